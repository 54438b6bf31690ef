//! `kneewise serve`: the page and the API.

use super::context::Context;
use super::failure::{Failure, io_reason};
use crate::web::guard::Hosts;
use crate::web::router::router;
use crate::web::server::{Options, Server};
use clap::Args;
use kneewise_store::DatabaseUrl;
use std::net::{IpAddr, SocketAddr};
use tokio::net::TcpListener;

#[derive(Debug, Args)]
#[command(after_help = "\
The page is for this computer alone unless --listen names another address. Ctrl-C ends it.

Examples:
  kneewise serve --open
  kneewise serve --listen 127.0.0.1:8080")]
pub struct ServeArguments {
    #[command(flatten)]
    pub listening: Listening,
}

/// Where and how to listen.
#[derive(Debug, Clone, Args)]
pub struct Listening {
    /// Address and port
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7477", value_parser = address)]
    pub listen: SocketAddr,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
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
    let address = listening.listen;
    if !address.ip().is_loopback() {
        return Err(Failure::WrongUsage(format!(
            "--listen: `{address}` can be reached from other computers, which needs a login that is not there yet"
        )));
    }
    let options = Options {
        database,
        as_of: context.asked_day(),
        units: context.asked_units(),
        hosts: Hosts { names: vec![], has_network: false },
    };
    let server = Server::new(options)
        .map_err(|trouble| Failure::CannotDo(format!("cannot begin: {}", trouble.detail)))?;
    runtime()?.block_on(listen(address, &server, listening.open, context))
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

async fn listen(address: SocketAddr, server: &Server, open: bool, context: &Context) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| {
        let reason = match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                "another program listens there; choose another port with --listen".to_owned()
            }
            _ => io_reason(&error),
        };
        Failure::CannotDo(format!("cannot listen at `{address}`: {reason}"))
    };
    let listener = TcpListener::bind(address).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let page = format!("http://{}/", shown(address));
    context.screen.print(&format!("kneewise is at {page} (Ctrl-C ends it)"))?;
    if open {
        open_in_browser(&page);
    }
    axum::serve(listener, router(server)).with_graceful_shutdown(interrupted()).await.map_err(cannot)
}

/// Connections that stay open must not keep the program alive.
async fn interrupted() {
    // Without a handler for Ctrl-C the program ends at once, which is as good.
    let _ = tokio::signal::ctrl_c().await;
    std::thread::spawn(|| {
        std::thread::sleep(std::time::Duration::from_secs(2));
        std::process::exit(0);
    });
}

fn shown(address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(_) | IpAddr::V6(_) if address.ip().is_unspecified() => {
            format!("localhost:{}", address.port())
        }
        _ => address.to_string(),
    }
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
