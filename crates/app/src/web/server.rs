//! What every request shares, and the desk at which one is answered: a thread of its own, one state of the database,
//! one language.

use super::asked::{Asked, Theme, View};
use super::guard::{Guard, Hosts, Secret, hex, unhex};
use super::importer::Importer;
use super::lasting::{Answers, Key};
use super::login::{Login, PASSWORD, SESSIONS, Sessions};
use super::pages::settings::VIEW_SETTING;
use super::pool::Pool;
use super::snapshot::{Cache, Snapshot};
use super::trouble::{Kind, Trouble};
use crate::cli::today;
use crate::words::Voice;
use crate::words::language::{Language, speak};
use axum::response::Response;
use kneewise_store::{DatabaseUrl, Store, StoreError};
use kneewise_types::{Date, History, UnitSystem};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Options {
    pub database: DatabaseUrl,
    /// The day to answer for, when it is not today.
    pub as_of: Option<Date>,
    /// How distances are shown, when not as the profile says.
    pub units: Option<UnitSystem>,
    pub hosts: Hosts,
    /// Whether a login is needed.
    pub has_login: bool,
    /// Whether the page is shown through encrypted connections, so that cookies travel over no other.
    pub is_secure: bool,
}

/// An answer that is being worked out. Of one kind for all questions, as is the work behind it: what carries a future and a
/// thread's work is compiled for each kind.
pub type Answered<T> = Pin<Box<dyn Future<Output = Result<T, Trouble>> + Send>>;
type Work<T> = Box<dyn FnOnce(&mut Desk<'_>) -> Result<T, Trouble> + Send>;

/// When the work of a request is done.
#[derive(Debug, Clone, Copy)]
enum Turn {
    /// Beside that of others.
    Beside,
    /// After that of others which change something.
    Own,
}

/// A running server, shared by all requests.
#[derive(Debug, Clone)]
pub struct Server(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    options: Options,
    pool: Pool,
    cache: Cache,
    answers: Answers,
    guard: Guard,
    login: Option<Login>,
    importer: Importer,
    /// How pages look in a browser that has chosen nothing.
    usual_view: Mutex<View>,
    /// Changes one after another, so that each sees the one before.
    turn: Mutex<()>,
}

/// One request being answered.
#[derive(Debug)]
pub struct Desk<'a> {
    pub server: &'a Server,
    pub asked: &'a Asked,
    /// The database; what is written shows from the next request on.
    pub store: &'a mut Store,
    /// What was known when the request came.
    pub snapshot: Arc<Snapshot>,
}

/// The setting that tokens are made with; kept, so that a form survives a restart.
const SECRET: &str = "page_secret";

impl Server {
    /// Opens the database and brings it up to date with the formulas of this version.
    pub fn new(options: Options) -> Result<Self, Trouble> {
        super::importer::remove_abandoned(&options.database);
        let pool = Pool::new(options.database.clone());
        let (secret, sessions, view) = pool.with::<_, Trouble>(|store| {
            crate::importing::refresh_digests(store)?;
            let view = store.setting(VIEW_SETTING)?.unwrap_or_default();
            Ok((kept_secret(store)?, store.setting(SESSIONS)?.unwrap_or_default(), View::of_cookie(&view)))
        })?;
        let guard = Guard::new(options.hosts.clone(), secret);
        let login = options.has_login.then(|| Login::new(Sessions::kept(&sessions), options.is_secure));
        let shared = Shared {
            options,
            pool,
            cache: Cache::default(),
            answers: Answers::default(),
            guard,
            login,
            importer: Importer::default(),
            usual_view: Mutex::new(view),
            turn: Mutex::new(()),
        };
        Ok(Self(Arc::new(shared)))
    }

    #[must_use]
    pub fn guard(&self) -> &Guard {
        &self.0.guard
    }

    /// How pages look in a browser that has chosen nothing.
    #[must_use]
    pub fn usual_view(&self) -> View {
        *self.0.usual_view.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes it; the database holds the same.
    pub fn set_usual_view(&self, view: View) {
        *self.0.usual_view.lock().unwrap_or_else(PoisonError::into_inner) = view;
    }

    /// The imports that the page asked for.
    #[must_use]
    pub fn importer(&self) -> &Importer {
        &self.0.importer
    }

    /// The login, where one is needed.
    #[must_use]
    pub fn login(&self) -> Option<&Login> {
        self.0.login.as_ref()
    }

    /// Makes the key of a link that sets the password, when none is set or another is wanted.
    pub fn setup_key(&self, is_new: bool) -> Result<Option<String>, Trouble> {
        let Some(login) = self.login() else { return Ok(None) };
        let is_set = self.0.pool.with::<_, Trouble>(|store| Ok(store.setting(PASSWORD)?.is_some()))?;
        if is_set && !is_new {
            return Ok(None);
        }
        let key = hex(&random::<16>()?);
        login.await_setup(&key);
        Ok(Some(key))
    }

    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.0.options.as_of
    }

    #[must_use]
    pub fn units(&self) -> Option<UnitSystem> {
        self.0.options.units
    }

    /// Where the database is.
    #[must_use]
    pub fn database(&self) -> &DatabaseUrl {
        self.0.pool.url()
    }

    /// The answers that were sent before.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.0.answers
    }

    /// What was sent before to the same question, when it is still true.
    pub async fn answered(&self, key: &Key) -> Option<Response> {
        let (server, key) = (self.clone(), key.clone());
        aside(move || {
            server.0.pool.with::<_, Trouble>(|store| {
                let kept = server.0.cache.kept(store)?;
                let as_of = key.asked().as_of.unwrap_or_else(|| today(&kept.history.profile));
                Ok(server.0.answers.get(&key, kept.changes, as_of))
            })
        })
        .await
        .ok()?
    }

    /// Answers a request that changes nothing.
    pub fn read<T: Send + 'static>(
        &self,
        asked: Asked,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Answered<T> {
        Box::pin(self.clone().seated(asked, Turn::Beside, Box::new(work)))
    }

    /// Answers a request that changes something; changes come one after another.
    pub fn change<T: Send + 'static>(
        &self,
        asked: Asked,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Trouble> + Send + 'static,
    ) -> Answered<T> {
        Box::pin(self.clone().seated(asked, Turn::Own, Box::new(work)))
    }

    async fn seated<T: Send + 'static>(self, asked: Asked, turn: Turn, work: Work<T>) -> Result<T, Trouble> {
        aside(move || {
            let _turn = match turn {
                Turn::Beside => None,
                Turn::Own => Some(self.0.turn.lock().unwrap_or_else(PoisonError::into_inner)),
            };
            self.at_desk(&asked, work)
        })
        .await
    }

    fn at_desk<T>(&self, asked: &Asked, work: Work<T>) -> Result<T, Trouble> {
        speak(asked.language(), || {
            self.0.pool.with(|store| {
                let kept = self.0.cache.kept(store)?;
                let as_of = asked.as_of.unwrap_or_else(|| today(&kept.history.profile));
                let snapshot = kept.on(as_of);
                work(&mut Desk { server: self, asked, store, snapshot })
            })
        })
    }
}

impl Desk<'_> {
    /// Everything that is kept, without samples.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.snapshot.history
    }

    /// The day of the answer.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.snapshot.as_of
    }

    /// Kilometres or miles.
    #[must_use]
    pub fn units(&self) -> UnitSystem {
        self.asked.units.or(self.history().profile.units).unwrap_or_default()
    }

    /// How sentences are said.
    #[must_use]
    pub fn voice(&self) -> Voice {
        Voice { as_of: self.as_of(), units: self.units() }
    }

    #[must_use]
    pub fn language(&self) -> Language {
        self.asked.language()
    }

    #[must_use]
    pub fn theme(&self) -> Theme {
        self.asked.view.theme
    }

    /// The key of something derived that holds sentences or distances.
    #[must_use]
    pub fn key(&self, name: &str) -> String {
        format!("{name} {:?} {}", self.units(), self.language().tag())
    }
}

/// Work that takes time, away from the threads that talk to browsers.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let unexpected = |_| Trouble::new(Kind::Failed, "something unexpected happened; nothing was changed");
    tokio::task::spawn_blocking(work).await.map_err(unexpected)?
}

fn kept_secret(store: &mut Store) -> Result<Secret, Trouble> {
    let known = store.setting(SECRET)?.and_then(|text| unhex(&text)?.try_into().ok());
    if let Some(secret) = known {
        return Ok(secret);
    }
    let secret: Secret = random()?;
    store.write::<_, StoreError>(|batch| batch.keep_setting(SECRET, Some(&hex(&secret))))?;
    Ok(secret)
}

/// Bytes nobody can guess.
pub fn random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Trouble::new(Kind::Failed, format!("the system gave no random numbers: {error}")))?;
    Ok(bytes)
}
