//! What must not change the result: a killed process, a second import, the order of files, the computer's clock zone.

use crate::program::assert_same;
use crate::runner::Runner;
use std::thread::sleep;
use std::time::Duration;

#[test]
fn an_import_killed_at_any_moment_is_made_good_by_the_next() {
    let runner = Runner::new(3, 240);
    runner.import("whole");
    let whole = runner.export("whole");
    // Ten moments spread over the time an import takes, the database kept from one to the next.
    for moment in 0..10_u64 {
        let mut import = runner.start_import("killed");
        sleep(Duration::from_millis(3 + moment * moment * 4));
        import.kill().unwrap();
        import.wait().unwrap();
    }
    runner.import("killed");
    assert_same(&runner.export("killed"), &whole);
}

#[test]
fn two_imports_at_once_both_finish_and_nothing_is_there_twice() {
    let runner = Runner::new(4, 120);
    runner.import("one");
    let mut imports = [runner.start_import("two"), runner.start_import("two")];
    for import in &mut imports {
        assert!(import.wait().unwrap().success());
    }
    assert_same(&runner.export("two"), &runner.export("one"));
}

#[test]
fn order_and_splitting_of_the_files_change_nothing() {
    let runner = Runner::new(5, 60);
    runner.import("once");
    for chunk in runner.files.rchunks(7) {
        let names: Vec<String> = chunk.iter().rev().map(|path| path.display().to_string()).collect();
        let arguments: Vec<&str> =
            ["--quiet", "import"].into_iter().chain(names.iter().map(String::as_str)).collect();
        runner.succeed("split", &arguments);
    }
    assert_same(&runner.export("split"), &runner.export("once"));
    assert_eq!(runner.succeed("split", &["why", "--json"]), runner.succeed("once", &["why", "--json"]));
}

#[test]
fn a_second_import_adds_nothing_and_says_so() {
    let runner = Runner::new(6, 30);
    runner.import("twice");
    let before = runner.export("twice");
    let files = runner.path("files").display().to_string();
    let told = runner.succeed("twice", &["import", &files]);
    assert!(told.starts_with("Nothing new"), "{told}");
    assert_same(&runner.export("twice"), &before);
}

#[test]
fn the_time_zone_of_the_computer_changes_nothing() {
    let runner = Runner::new(7, 60);
    let mut answers = Vec::new();
    for (zone, database) in [("Pacific/Kiritimati", "east"), ("America/Los_Angeles", "west")] {
        let files = runner.path("files").display().to_string();
        let import =
            runner.command(database, &["--quiet", "import", &files]).env("TZ", zone).status().unwrap();
        assert!(import.success());
        let answer = runner.command(database, &["why", "--json"]).env("TZ", zone).output().unwrap();
        answers.push((answer.stdout, runner.export(database)));
        runner.forget(database);
    }
    assert_eq!(answers[0].0, answers[1].0);
    assert_same(&answers[0].1, &answers[1].1);
}
