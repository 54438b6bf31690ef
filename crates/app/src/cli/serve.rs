//! `kneewise serve`: the page and the API.

use super::context::Context;
use super::failure::{Failure, io_reason};
use crate::web::guard::Hosts;
use crate::web::router::router;
use crate::web::server::{Options, Server};
use crate::web::trouble::Trouble;
use clap::Args;
use kneewise_store::DatabaseUrl;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use tokio::net::TcpListener;

#[derive(Debug, Args)]
#[command(after_help = "\
The page is for this computer alone unless --listen names another address. Ctrl-C ends it.

Examples:
  kneewise serve --open
  kneewise serve --listen 0.0.0.0:7477        also for your phone, after a login
  kneewise serve --public-url https://knee.example.org")]
pub struct ServeArguments {
    #[command(flatten)]
    pub listening: Listening,
}

/// Where and how to listen.
#[derive(Debug, Clone, Args)]
pub struct Listening {
    /// Address and port; one that other computers can reach needs a login
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7477", value_parser = address)]
    pub listen: SocketAddr,
    /// The address under which others open the page, such as a proxy with TLS shows it
    #[arg(long, value_name = "URL", value_parser = public_url)]
    pub public_url: Option<PublicUrl>,
    /// Print a new link to set the password
    #[arg(long)]
    pub new_login: bool,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
}

/// `https://knee.example.org`.
#[derive(Debug, Clone)]
pub struct PublicUrl {
    is_secure: bool,
    /// Name with its port, if it has one.
    authority: String,
}

fn public_url(text: &str) -> Result<PublicUrl, String> {
    let wrong = || format!("`{text}` is not an address: write it as https://knee.example.org");
    let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
    let authority = rest.trim_end_matches('/').to_ascii_lowercase();
    let is_name = !authority.is_empty() && !authority.contains(['/', '?', '#', '@', ' ']);
    match scheme {
        "http" | "https" if is_name => Ok(PublicUrl { is_secure: scheme == "https", authority }),
        _ => Err(wrong()),
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let text = text.strip_prefix("localhost:").map_or(text.to_owned(), |port| format!("127.0.0.1:{port}"));
    text.parse().map_err(|_| format!("`{text}` is not an address: write it as 127.0.0.1:7477"))
}

pub fn run(arguments: &ServeArguments, context: &Context) -> Result<(), Failure> {
    serve(&arguments.listening, context.url()?, context)
}

/// Serves a database until Ctrl-C.
pub fn serve(listening: &Listening, database: DatabaseUrl, context: &Context) -> Result<(), Failure> {
    let is_network = !listening.listen.ip().is_loopback();
    let public = listening.public_url.as_ref();
    let name = public.map(|url| url.authority.split(':').next().unwrap_or_default().to_owned());
    let options = Options {
        database,
        as_of: context.asked_day(),
        units: context.asked_units(),
        hosts: Hosts { names: name.into_iter().collect(), has_network: is_network },
        // A proxy on this computer makes the page reachable too.
        has_login: is_network || public.is_some(),
        is_secure: public.is_some_and(|url| url.is_secure),
    };
    let cannot = |trouble: Trouble| Failure::CannotDo(format!("cannot begin: {}", trouble.detail));
    let server = Server::new(options).map_err(cannot)?;
    let key = server.setup_key(listening.new_login).map_err(cannot)?;
    runtime()?.block_on(listen(listening, &server, key.as_deref(), context))
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        // More at once would only wait for the same cores, and each holds a database open.
        .max_blocking_threads(workers * 4)
        .enable_all()
        .build()
        .map_err(|error| Failure::CannotDo(format!("cannot begin to serve: {}", io_reason(&error))))
}

async fn listen(
    listening: &Listening,
    server: &Server,
    key: Option<&str>,
    context: &Context,
) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| {
        let reason = match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                "another program listens there; choose another port with --listen".to_owned()
            }
            _ => io_reason(&error),
        };
        Failure::CannotDo(format!("cannot listen at `{}`: {reason}", listening.listen))
    };
    let listener = TcpListener::bind(listening.listen).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let page = listening.public_url.as_ref().map_or_else(
        || format!("http://{}", reachable(address)),
        |url| format!("{}://{}", if url.is_secure { "https" } else { "http" }, url.authority),
    );
    context.screen.print(&greeting(&page, server.login().is_some(), key))?;
    if listening.open {
        open_in_browser(&page);
    }
    let service = router(server).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(interrupted()).await.map_err(cannot)
}

/// Where the page is, and what to do first.
fn greeting(page: &str, has_login: bool, key: Option<&str>) -> String {
    let mut text = format!("kneewise is at {page}/ (Ctrl-C ends it)");
    if let Some(key) = key {
        text.push_str(&format!(
            "\nSet the password first, through this link, which works once: {page}/setup?key={key}"
        ));
    }
    if has_login && !page.starts_with("https:") {
        text.push_str(
            "\nOthers on the network can reach it after a login. The connection is not encrypted: for more than your own \
             network put a proxy with TLS in front and say --public-url.",
        );
    }
    text
}

/// Ctrl-C, or the system asks it to end. Connections that stay open must not keep the program alive.
async fn interrupted() {
    // Without a handler the program ends at once, which is as good.
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
    std::thread::spawn(|| {
        std::thread::sleep(std::time::Duration::from_secs(2));
        std::process::exit(0);
    });
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut asked) => drop(asked.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

/// The address others would use: where all addresses are listened at, the one this computer has on its network.
fn reachable(address: SocketAddr) -> SocketAddr {
    if !address.ip().is_unspecified() {
        return address;
    }
    // Connecting a datagram socket sends nothing; it only asks the system which address it would use.
    let own = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    SocketAddr::new(own.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |own| own.ip()), address.port())
}

/// Asks the system to show the page; where that does not work the address is on the screen.
fn open_in_browser(page: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let _ = std::process::Command::new(program)
        .args(before)
        .arg(page)
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
}
