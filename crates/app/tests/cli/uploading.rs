//! Uploads, good and hostile, as a form without script sends them.

use crate::program::{Place, TODAY};
use crate::serving::{Got, MULTIPART, Served, multipart};
use std::io::Write;
use std::time::{Duration, Instant};

fn form(token: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    multipart(&[("csrf", token)], files)
}

fn send(served: &Served, files: &[(&str, &[u8])], more: &[&str]) -> Got {
    served.send_bytes("POST /import", &[&[MULTIPART], more].concat(), &form(&served.token(), files))
}

/// The page once nothing is being read any more.
fn results(served: &Served, number: usize) -> String {
    let begun = Instant::now();
    loop {
        let page = served.get("/import/state").body;
        if !page.contains("hx-trigger") && page.matches("data-result").count() >= number {
            return page;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{page}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What is left of uploads beside the database.
fn leftovers(place: &Place) -> usize {
    let names = std::fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with(".kneewise-upload")).count()
}

/// Files that are left in them.
fn left_files(place: &Place) -> usize {
    let names = std::fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().path());
    let uploads = names.filter(|path| path.to_string_lossy().contains(".kneewise-upload"));
    uploads.map(|folder| std::fs::read_dir(folder).unwrap().count()).sum()
}

#[test]
fn what_breaks_off_leaves_no_file_behind() {
    let place = Place::new();
    let mut served = Served::start(&place);
    let body = form(&served.token(), &[("half.bin", &vec![b'x'; 8 << 20])]);
    let sending = served.begin_sending("POST /import", &[MULTIPART], &body[..4 << 20]);
    let wait_for = |files: usize| {
        let begun = Instant::now();
        while left_files(&place) != files {
            assert!(begun.elapsed() < Duration::from_secs(60), "{} files, not {files}", left_files(&place));
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    wait_for(1);
    drop(sending);
    wait_for(0);
    assert!(served.terminate(), "it ends in order when the system asks");
    assert_eq!(leftovers(&place), 0);
}

#[test]
fn what_a_killed_server_left_goes_after_a_day() {
    let place = Place::new();
    let day = std::time::SystemTime::now() - Duration::from_secs(25 * 60 * 60);
    for name in ["old", "new"] {
        let folder = place.path().join(format!(".kneewise-upload-{name}"));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("half.bin"), b"half").unwrap();
        if name == "old" {
            std::fs::File::open(folder.join("half.bin")).unwrap().set_modified(day).unwrap();
            std::fs::File::open(&folder).unwrap().set_modified(day).unwrap();
        }
    }
    let _served = Served::start(&place);
    assert_eq!((leftovers(&place), left_files(&place)), (1, 1), "the new one may belong to another server");
}

#[test]
fn a_form_without_script_brings_files_in() {
    let place = Place::new();
    let served = Served::start(&place);
    let diary = format!("date,side,pain_morning\n{TODAY},left,3\n{TODAY},right,12\n");
    let got = send(&served, &[("diary.csv", diary.as_bytes()), ("../../escape.txt", b"nothing")], &[]);
    assert_eq!(got.status, 303, "{}", got.body);
    let page = results(&served, 1);
    assert!(page.contains("entries in diary: 1") && page.contains("cannot be: 1"), "{page}");
    assert!(page.contains("escape.txt") && page.contains("not usable"), "{page}");
    assert!(!place.path().parent().unwrap().join("escape.txt").exists());
    assert_eq!(place.json(&["diary"])["entries"].as_array().unwrap().len(), 1);
    assert_eq!(leftovers(&place), 0);
}

#[test]
fn an_upload_needs_our_own_page() {
    let place = Place::new();
    let served = Served::start(&place);
    let files: &[(&str, &[u8])] = &[("diary.csv", b"date,side\n2026-09-01,left\n")];
    assert_eq!(served.send_bytes("POST /import", &[MULTIPART], &form("00", files)).status, 403);
    for lines in [
        ["Origin: http://evil.example"],
        ["Origin: null"],
        ["Sec-Fetch-Site: cross-site"],
        ["Host: evil.example"],
    ] {
        assert_eq!(send(&served, files, &lines).status, 403, "{lines:?}");
    }
    let broken = served.send_bytes("POST /import", &["Content-Type: text/plain"], b"x");
    assert_eq!(broken.status, 422);
    assert_eq!(leftovers(&place), 0, "nothing of it was written");
}

#[test]
fn a_bomb_and_a_page_that_calls_itself_a_watch_file_do_no_harm() {
    let place = Place::new();
    let served = Served::start(&place);
    let zeros = vec![0; 1 << 20];
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for number in 0..40 {
        bomb.start_file(format!("{number}.fit"), zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..16 {
            bomb.write_all(&zeros).unwrap();
        }
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 2 << 20, "{} bytes hold 640 MB", bomb.len());
    let page = b"<!doctype html><script>alert(1)</script>";
    assert_eq!(send(&served, &[("bomb.zip", &bomb), ("run.fit", page)], &[]).status, 303);
    let told = results(&served, 1);
    assert!(told.contains("bomb.zip") && told.contains("run.fit") && !told.contains("<script>"), "{told}");
    assert!(place.json(&["activities"])["activities"].as_array().unwrap().is_empty());
    assert!(served.peak_memory_mb() < 400, "{} MB", served.peak_memory_mb());
    assert_eq!(leftovers(&place), 0);
}

#[test]
fn five_gigabytes_are_refused_unread_and_half_a_gigabyte_costs_no_memory() {
    let place = Place::new();
    let served = Served::start(&place);
    let got =
        served.announce("POST /import", &[MULTIPART, &format!("X-Csrf-Token: {}", served.token())], 5 << 30);
    assert_eq!(got.status, 413);
    assert!(got.body.contains("kneewise import"), "{}", got.body);
    let before = served.peak_memory_mb();
    let piece = vec![b'x'; 512 << 20];
    assert_eq!(send(&served, &[("large.bin", &piece)], &[]).status, 303);
    let grown = served.peak_memory_mb() - before;
    assert!(grown < 100, "{grown} MB more while 512 MB were taken");
    results(&served, 1);
    assert_eq!(leftovers(&place), 0);
}
