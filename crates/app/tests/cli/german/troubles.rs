//! What goes wrong, in German: files that cannot be used, values that cannot be, requests that are refused.

use super::{GERMAN, Reading};
use crate::browser::Site;
use crate::program::TODAY;
use crate::serving::{FORM, MULTIPART, multipart};
use std::time::{Duration, Instant};

fn upload(
    site: &Site,
    address: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> crate::serving::Got {
    let token = site.served.token();
    let fields = [&[("csrf", token.as_str())], fields].concat();
    site.served.send_bytes(&format!("POST {address}"), &[MULTIPART, GERMAN], &multipart(&fields, files))
}

#[test]
fn what_came_of_files_is_said_in_german() {
    let site = Site::empty();
    let diary = format!(
        "date,side,pain_morning,moon\n{TODAY},left,3,1\n{TODAY},right,12,1\n{TODAY},middle,2,1\n2026-02-30,left,1,1\n{TODAY},,1,1\n"
    );
    let gpx = "<gpx><trk><type>running</type><trkseg><trkpt lat=\"50\" lon=\"7\"><time>2026-03-02T08:00:00Z</time></trkpt>\
               <trkpt lat=\"50.001\" lon=\"7\"><time>2026-03-02T08:01:00Z</time></trkpt><trkpt lat=\"5";
    let files: &[(&str, &[u8])] = &[
        ("diary.csv", diary.as_bytes()),
        ("plan.pdf", b"%PDF-1.4 nothing"),
        ("bild.png", b"\x89PNG nothing"),
        ("leer.fit", b""),
        ("seite.fit", b"<!doctype html><script>alert(1)</script>"),
        ("daten.json", b"{\"a\": 1}"),
        ("archiv.rar", b"Rar! nothing"),
        ("kurz.gpx", gpx.as_bytes()),
        ("route.gpx", b"<gpx><rte><rtept lat=\"1\" lon=\"2\"/></rte></gpx>"),
        ("falsch.tcx", b"<TrainingCenterDatabase><Activities></TrainingCenterDatabase>"),
        ("haushalt.csv", b"month,rent\n1,900\n"),
        ("laeufe.csv", b"date,sport,distance_km\n2026-03-01,run,8\n"),
        ("brief.txt", b"Liebes Knie"),
        ("profile.toml", b"height_m = 172\nshoe_size = 43\nsex = \"female\"\n"),
        ("kaputt.toml", b"sex = female\n"),
        ("wellness.csv", b"date,sleep_h\n2026-03-01,25\n"),
        ("kaputt.zip", b"PK\x03\x04 nothing of it"),
        ("kurz.fit", b"\x0e\x10\x00\x00\x00\x01\x00\x00.FIT\x00\x00"),
        ("punkt.csv", b"date;sleep_h\n2026-03-02;7,5\n"),
    ];
    assert_eq!(upload(&site, "/import", &[], files).status, 303);
    let begun = Instant::now();
    let page = loop {
        let page = site.served.send("GET /import/state", &[GERMAN], "").body;
        if !page.contains("hx-trigger") && page.contains("data-result") {
            break page;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{page}");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(page.matches("class=\"why\"").count() > 15, "{page}");
    assert!(!page.contains("lang=\"en-GB\""), "a line has no German: {page}");
    let mut reading = Reading::new(&site);
    reading.page("/import");
    reading.end();
}

#[test]
fn what_a_form_got_wrong_is_said_in_german() {
    let site = Site::demo();
    let runs = site.place.json(&["activities"]);
    let run = runs["activities"][0]["id"].as_str().unwrap().to_owned();
    let mut reading = Reading::new(&site);
    let mut wrong = |address: &str, fields: &str, status: u16| {
        assert_eq!(reading.send(address, fields).status, status, "{address} {fields}");
    };
    wrong("/diary/2026-10-01", "side=middle", 422);
    wrong("/diary/2026-10-01", "side=left&pain_morning=11", 422);
    wrong("/diary/2026-10-01", "side=left&pain_morning=vier", 422);
    wrong("/diary/2026-10-01", "side=left&swelling=9", 422);
    wrong("/diary/2026-10-01", "side=left&stiffness_min=5000", 422);
    wrong("/diary/2026-10-01", "side=left&locking=vielleicht", 422);
    wrong("/diary/2026-10-01", "side=left&regions=NASE", 422);
    wrong("/diary/gestern", "side=left", 404);
    wrong(&format!("/check/{run}"), "side=left&rpe=11", 422);
    wrong(&format!("/check/{run}/shoe"), "", 422);
    wrong("/check/0000", "side=left", 404);
    wrong("/log/week", "side=right", 422);
    wrong("/log/week", "side=right&taking_part=halb", 422);
    wrong("/log/screen", "side=right&question=R99&answer=yes", 422);
    wrong("/log/wellness", "", 422);
    wrong("/log/unsinn", "x=1", 404);
    wrong("/settings", "time_zone=Nowhere/Land", 422);
    wrong("/settings", "", 422);
    wrong("/settings/erase", "confirm=nein", 422);
    wrong("/notes/0000", "verdict=accept&side=left", 422);
    wrong("/notes/all", "verdict=vielleicht", 422);
    for fields in [
        "kind=zauber&side=left",
        "kind=shoes",
        "kind=step_rate&side=left&percent=20",
        "kind=step_rate&side=left&pairs=9",
        "kind=step_rate&side=left&block_days=3",
        "kind=step_rate&side=left&start=bald",
        "kind=step_rate&side=left&start=2026-01-01",
        "kind=step_rate&side=left&outcome=freude",
        "kind=step_rate&side=left&farbe=rot",
        "kind=rest_days&side=left&rest_days=9",
        "kind=shoes&side=left&usual=Nichts&other=Niemand",
    ] {
        wrong("/experiments", fields, 422);
    }
    wrong("/experiments/stop", "id=keiner", 404);
    reading.end();
}

#[test]
fn what_is_refused_is_said_in_german() {
    let site = Site::demo();
    let mut reading = Reading::new(&site);
    reading.all(&[
        "/nowhere",
        "/runs/0000",
        "/day/gestern",
        "/day/2026-13-01",
        "/diary/gestern",
        "/check/0000",
    ]);
    for (address, status) in [
        ("/?as_of=gestern", 422),
        ("/?as_of=1650-01-01", 422),
        ("/?units=ellen", 422),
        ("/what-if?cadence_percent=90", 422),
        ("/what-if?steepest_descent_percent=-4", 422),
        ("/what-if?speed_percent=schnell", 422),
        ("/what-if?shoe=stiefel", 422),
        ("/report?leave=alles", 422),
    ] {
        let got = site.served.send(&format!("GET {address}"), &[GERMAN], "");
        assert_eq!(got.status, status, "{address}");
        assert!(got.body.contains("<html lang=\"de\""), "{address}: {}", got.body);
        reading.take(address, &got.body);
    }
    let mut send = |request: &str, lines: &[&str], body: &str, status: u16| {
        let got = site.served.send(request, &[&[GERMAN], lines].concat(), body);
        assert_eq!(got.status, status, "{request}: {}", got.body);
        assert!(got.body.contains("<html lang=\"de\""), "{request}: {}", got.body);
        reading.take(request, &got.body);
    };
    send("POST /diary/2026-10-01", &[FORM], "csrf=00&side=left", 403);
    send("POST /diary/2026-10-01", &["Content-Type: application/json"], "{}", 415);
    send("POST /runs", &[FORM], "", 405);
    send("POST /import", &["Content-Type: text/plain"], "x", 422);
    send("POST /diary/2026-10-01", &[FORM], &"x".repeat(300 * 1024), 413);
    for (file, word) in [("brief.txt", "zurückspielen"), ("brief.txt", "nein")] {
        let got = upload(&site, "/settings/restore", &[("confirm", word)], &[(file, b"Liebes Knie")]);
        assert_eq!(got.status, 422, "{}", got.body);
        reading.take(word, &got.body);
    }
    reading.end();
}
