use super::*;
use std::io::Write;
use zip::write::{SimpleFileOptions, ZipWriter};

const FIT: &[u8] = b"\x0e\x10\x64\x00\x04\x00\x00\x00.FIT\x00\x00data";

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn walked(archive: &[u8], limits: &Limits) -> (Vec<Member>, Result<Walked, ImportError>) {
    let mut members = Vec::new();
    let mut take = |member| {
        members.push(member);
        ControlFlow::Continue(())
    };
    let result = walk(Cursor::new(archive), limits, &mut take);
    (members, result)
}

fn paths(members: &[Member]) -> Vec<&str> {
    members.iter().map(|member| member.path.as_str()).collect()
}

#[test]
fn ours_are_handed_out_and_the_rest_is_counted() {
    let archive = zip(&[
        ("activities/1.fit", FIT),
        ("photo.jpg", b"\xFF\xD8"),
        ("activities.csv", b"Activity ID"),
        ("profile.json", b"{}"),
    ]);
    let (members, walked) = walked(&archive, &Limits::default());
    assert_eq!(paths(&members), ["activities/1.fit", "activities.csv"]);
    assert_eq!(members[0].bytes, FIT);
    let walked = walked.unwrap();
    assert_eq!((walked.taken, walked.skipped), (2, 2));
    assert!(walked.notes.is_empty());
}

#[test]
fn archives_inside_archives_down_to_a_depth() {
    let mut archive = zip(&[("1.fit", FIT)]);
    for level in 0..3 {
        archive = zip(&[(format!("part{level}.zip").as_str(), &archive), ("page.html", b"<html>")]);
    }
    let (members, result) = walked(&archive, &Limits::default());
    assert_eq!(paths(&members), ["part2.zip/part1.zip/part0.zip/1.fit"]);
    assert_eq!(result.unwrap().skipped, 3);
    let (members, result) = walked(&archive, &Limits { depth: 3, ..Limits::default() });
    assert!(members.is_empty());
    let notes = result.unwrap().notes;
    assert_eq!(notes[0].at.as_deref(), Some("part2.zip/part1.zip/part0.zip"));
    assert_eq!(notes[0].what, "refused: archives are nested more than 3 deep");
}

#[test]
fn a_path_that_leaves_is_refused_and_the_rest_is_read() {
    let archive = zip(&[("../../etc/1.fit", FIT), ("/2.fit", FIT), ("3.fit", FIT)]);
    let (members, result) = walked(&archive, &Limits::default());
    assert_eq!(paths(&members), ["3.fit"]);
    let notes = result.unwrap().notes;
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].at.as_deref(), Some("../../etc/1.fit"));
    assert_eq!(notes[0].what, "refused: the path leaves the archive");
}

#[test]
fn a_bomb_is_refused_and_the_rest_is_read() {
    let mut bomb = b"<gpx>".to_vec();
    bomb.resize(64 << 20, b' ');
    let archive = zip(&[("bomb.gpx", &bomb), ("1.fit", FIT)]);
    let (members, result) = walked(&archive, &Limits::default());
    assert_eq!(paths(&members), ["1.fit"]);
    assert_eq!(result.unwrap().notes[0].what, "refused: the member unpacks to more than 250 times its size");
}

#[test]
fn too_many_too_large_and_too_much_in_all() {
    let archive = zip(&[("1.fit", FIT), ("2.fit", FIT), ("3.fit", FIT)]);
    let (_, result) = walked(&archive, &Limits { members: 2, ..Limits::default() });
    assert_eq!(result.unwrap_err().to_string(), "refused: the archive has more than 2 members");
    let (members, result) = walked(&archive, &Limits { member_bytes: 10, ..Limits::default() });
    assert!(members.is_empty());
    assert_eq!(result.unwrap().notes[0].what, "refused: the member unpacks to more than 10 bytes");
    let (members, result) = walked(&archive, &Limits { total_bytes: 40, ..Limits::default() });
    assert_eq!(paths(&members), ["1.fit", "2.fit"]);
    assert_eq!(
        result.unwrap().notes[0].what,
        "refused: the archive unpacks to more than 40 bytes, the rest of it was left out"
    );
}

#[test]
fn a_cut_archive_gives_its_first_members() {
    let archive = zip(&[("1.fit", FIT), ("2.fit", FIT), ("3.fit", FIT)]);
    let member = archive.len() / 3;
    let (members, result) = walked(&archive[..member + 20], &Limits::default());
    assert_eq!(paths(&members)[0], "1.fit");
    let notes = result.unwrap().notes;
    assert_eq!(notes.last().unwrap().what, "the archive is damaged, what could be read of it was kept");
    let (_, result) = walked(&archive[..10], &Limits::default());
    assert_eq!(result.unwrap_err().to_string(), "the archive is damaged: its directory is missing or wrong");
}

#[test]
fn a_flipped_byte_costs_one_member() {
    let long: Vec<u8> = FIT.iter().copied().chain((0..5000_u32).flat_map(u32::to_le_bytes)).collect();
    let archive = zip(&[("1.fit", &long), ("2.fit", FIT)]);
    let mut damaged = archive.clone();
    damaged[2000] ^= 0xFF;
    let (members, result) = walked(&damaged, &Limits::default());
    assert_eq!(paths(&members).last(), Some(&"2.fit"));
    let notes = result.unwrap().notes;
    assert_eq!(notes[0].at.as_deref(), Some("1.fit"));
    assert_eq!(notes[0].what, "the member is damaged, what precedes the break was read");
}

#[test]
fn the_receiver_can_end_the_walk() {
    let archive = zip(&[("1.fit", FIT), ("2.fit", FIT)]);
    let mut seen = 0;
    let mut take = |_| {
        seen += 1;
        ControlFlow::Break(())
    };
    walk(Cursor::new(&archive), &Limits::default(), &mut take).unwrap();
    assert_eq!(seen, 1);
}

#[test]
fn no_cut_and_no_flip_panics() {
    let inner = zip(&[("1.fit", FIT), ("2.gpx", b"<gpx></gpx>")]);
    let archive = zip(&[("a.zip", &inner), ("3.fit", FIT)]);
    for at in 0..archive.len() {
        walked(&archive[..at], &Limits::default()).1.ok();
        let mut flipped = archive.clone();
        flipped[at] ^= 0xFF;
        walked(&flipped, &Limits::default()).1.ok();
    }
}
