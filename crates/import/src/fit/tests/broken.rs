//! Files that are damaged, huge or say too little.

use super::*;

#[test]
fn a_wrong_checksum_of_the_header_costs_nothing() {
    let data = run().concat();
    let mut bytes = vec![14, 0x20, 0, 0];
    bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    bytes.extend(b".FIT\x12\x34");
    bytes.extend(data);
    bytes.extend([0, 0]);
    let imported = read(&bytes).unwrap();
    assert_eq!(imported.activities[0].samples.len(), 11);
    assert_eq!(imported.notes.len(), 1);
}

#[test]
fn after_a_part_that_breaks_off_the_next_one_is_read() {
    let mut bytes = file(&run());
    bytes.truncate(bytes.len() - 100);
    bytes.extend(file(&run()));
    let imported = read(&bytes).unwrap();
    assert_eq!(imported.activities.len(), 2);
    assert_eq!(imported.activities[1].samples.len(), 11);
    assert_eq!(imported.activities[1].activity.mean_heart_rate.unwrap().as_bpm(), 140.0);
}

#[test]
fn a_million_empty_records_end_in_a_note() {
    // One message without a field is one byte of file, and one value in every column.
    let mut messages = run();
    messages.push(message(20, &[]));
    messages.push(vec![0; 1_100_000]);
    let imported = read(&file(&messages)).unwrap();
    assert!(imported.activities[0].samples.len() <= 1_000_001);
    assert_eq!(
        imported.notes.last().unwrap().what,
        "more data than any device writes, the rest was left out"
    );
}

#[test]
fn an_outing_whose_day_nobody_knows_is_refused_in_words() {
    let messages = [message(0, &[byte(0, 4)]), session(1000, 10, 1, 0)];
    let error = read(&file(&messages)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a FIT file without a usable activity: the device's clock was not set, so the day of the outing is unknown"
    );
}
