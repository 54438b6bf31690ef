//! A private PostgreSQL server in a temporary folder: its own user, a socket, no port; gone when dropped.

use crate::run;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A running server.
#[derive(Debug)]
pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
    version: String,
}

/// Finds PostgreSQL, installing Debian's package when that is possible, and starts a server.
pub fn start() -> Result<Server, String> {
    let programs = match programs() {
        Some(programs) => programs,
        None => {
            run::install("postgresql")?;
            programs().ok_or("`initdb` was not found after the install")?
        }
    };
    let folder = std::env::temp_dir().join(format!("kneewise-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    if run::is_root() {
        run::run(&mut run::command("chown", &["postgres", &folder.to_string_lossy()]))?;
    }
    let version = version_of(&programs);
    let server = Server { programs, folder, version };
    server.program(
        "initdb",
        &["--auth=trust", "--no-sync", "--username=kneewise", "--encoding=UTF8", "--pgdata"],
    )?;
    let options = format!("-c listen_addresses= -c fsync=off -k {}", server.folder.display());
    let log = server.folder.join("log").display().to_string();
    server.program("pg_ctl", &["--wait", "--silent", "--log", &log, "-o", &options, "start", "--pgdata"])?;
    Ok(server)
}

impl Server {
    /// Where tests reach it.
    pub fn url(&self) -> String {
        format!("postgres://kneewise@/postgres?host={}", self.folder.display())
    }

    /// Its version, such as `15.18`.
    pub fn version(&self) -> &str {
        &self.version
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Runs one of PostgreSQL's programs on the data folder; as its own user when this process is root, which it refuses.
    fn program(&self, name: &str, arguments: &[&str]) -> Result<(), String> {
        let path = self.programs.join(name);
        let mut command = if run::is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.args(arguments).arg(self.data()).current_dir(&self.folder).stdout(Stdio::null());
        run::run(&mut command)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = self.program("pg_ctl", &["--wait", "--silent", "--mode=immediate", "stop", "--pgdata"]);
        let removed = std::fs::remove_dir_all(&self.folder);
        if stopped.is_err() || removed.is_err() {
            eprintln!("the test server in `{}` could not be removed", self.folder.display());
        }
    }
}

/// The folder of `initdb`: Debian keeps it outside the path, one folder a version; the newest wins.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    if let Ok(path) = std::env::var("PATH") {
        versions.splice(0..0, std::env::split_paths(&path));
    }
    versions.into_iter().rev().find(|folder| is_whole(folder))
}

fn is_whole(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("pg_ctl").is_file()
}

fn version_of(programs: &Path) -> String {
    let program = programs.join("postgres").display().to_string();
    let line = run::output(&program, &["--version"]).unwrap_or_default();
    line.split_whitespace().nth(2).unwrap_or("of unknown version").to_owned()
}
