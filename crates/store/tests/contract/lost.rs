//! A server that goes away while something is sent to it.

use super::example::content;
use super::place::{address, ask, new_database, server};
use kneewise_store::{PackedOriginal, Store, StoreError};
use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

/// What the broken connection says depends on which end of it is noticed first.
const CUTS: usize = 6;

#[test]
fn a_connection_that_breaks_off_in_the_middle_of_what_is_sent_is_told_as_lost() {
    let Some(server) = server() else { return };
    let name = new_database(&server);
    let real = address(&server, &name);
    let socket = real.split_once("host=").map(|(_, folder)| format!("{folder}/.s.PGSQL.5432")).unwrap();
    let large = PackedOriginal::new(&content("aa"), "large.fit", &noise(8 << 20)).unwrap();
    for _ in 0..CUTS {
        let folder = TempDir::new().unwrap();
        let is_cut = Arc::new(AtomicBool::new(false));
        between(folder.path(), &socket, &is_cut);
        let url = format!("postgres://kneewise@/{name}?host={}", folder.path().display()).parse().unwrap();
        let mut store = Store::open(&url).unwrap();
        is_cut.store(true, Ordering::SeqCst);
        let told = store.write(|writing| writing.keep_original(&large)).unwrap_err();
        assert!(matches!(told, StoreError::ConnectionLost), "{told}");
    }
    let store = Store::open(&real.parse().unwrap()).unwrap();
    assert_eq!(store.list_originals().unwrap(), []);
    drop(store);
    ask(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
}

/// Stands between one program and the server; once cut, it takes a piece of what is sent and goes.
fn between(folder: &Path, socket: &str, is_cut: &Arc<AtomicBool>) {
    let listener = UnixListener::bind(folder.join(".s.PGSQL.5432")).unwrap();
    let (socket, is_cut) = (socket.to_owned(), Arc::clone(is_cut));
    std::thread::spawn(move || {
        let (program, _) = listener.accept().unwrap();
        let server = UnixStream::connect(socket).unwrap();
        let (mut answers, mut back) = (server.try_clone().unwrap(), program.try_clone().unwrap());
        std::thread::spawn(move || std::io::copy(&mut answers, &mut back));
        pass_on(program, server, &is_cut);
    });
}

fn pass_on(mut program: UnixStream, mut server: UnixStream, is_cut: &AtomicBool) {
    let mut piece = vec![0; 64 << 10];
    let mut passed_after_the_cut = 0;
    while let Ok(length @ 1..) = program.read(&mut piece) {
        if is_cut.load(Ordering::SeqCst) {
            passed_after_the_cut += length;
        }
        if passed_after_the_cut > 1 << 20 {
            break;
        }
        server.write_all(&piece[..length]).unwrap();
    }
    let _ = (server.shutdown(Shutdown::Both), program.shutdown(Shutdown::Both));
}

/// Bytes that do not pack.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}
