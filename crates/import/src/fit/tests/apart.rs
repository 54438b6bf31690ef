//! A part taken apart says the same as the decoder alone, or is left to it.

use super::*;
use crate::fit::decode::{Broken, apart, in_one};

/// Whether it was taken apart; asserts that both ways read the same.
fn is_apart(bytes: &[u8]) -> bool {
    let Some((part, used)) = apart(bytes) else { return false };
    let mut parts = Vec::new();
    let (broken, used_in_one) = in_one(bytes, &mut parts);
    assert!(matches!(broken, None | Some(Broken::Checksum { .. })), "{broken:?}");
    assert_eq!(used, used_in_one);
    assert_eq!(format!("{:?}", [part]), format!("{parts:?}"));
    true
}

/// A definition of records, and `rows` of them without one of their own.
fn records(big_endian: bool, fields: &[(u8, u8, u8)], rows: u8) -> Vec<u8> {
    let mut bytes = vec![0x40, 0, u8::from(big_endian)];
    bytes.extend(if big_endian { [0, 20] } else { [20, 0] });
    bytes.push(u8::try_from(fields.len()).unwrap());
    fields.iter().for_each(|(num, size, base)| bytes.extend([*num, *size, *base]));
    for row in 0..rows {
        bytes.push(0);
        for (place, (_, size, _)) in (0..).zip(fields) {
            // Now and then "no value", else numbers that differ.
            let is_missing = row % 5 == place % 5;
            bytes.extend(
                (0..*size).map(|at| {
                    if is_missing { 0xFF } else { row.wrapping_mul(7).wrapping_add(place * 3 + at) }
                }),
            );
        }
    }
    bytes
}

/// Every field that a record can have for us, and two that mean nothing.
const ALL: &[(u8, u8, u8)] = &[
    (253, 4, 0x86),
    (0, 4, 0x85),
    (1, 4, 0x85),
    (2, 2, 0x84),
    (78, 4, 0x86),
    (3, 1, 0x02),
    (4, 1, 0x02),
    (53, 1, 0x02),
    (5, 4, 0x86),
    (6, 2, 0x84),
    (73, 4, 0x86),
    (7, 2, 0x84),
    (13, 1, 0x01),
    (39, 2, 0x84),
    (41, 2, 0x84),
    (83, 2, 0x84),
    (84, 2, 0x84),
    (85, 2, 0x84),
    (30, 1, 0x02),
    (200, 6, 0x0D),
];

#[test]
fn every_field_in_either_byte_order_is_read_alike() {
    for big_endian in [false, true] {
        let mut messages = run();
        messages.insert(5, records(big_endian, ALL, 40));
        let bytes = file(&messages);
        assert!(is_apart(&bytes));
        let (part, _) = apart(&bytes).unwrap();
        assert_eq!(part.columns.timestamp.len(), 51);
        assert!(!part.columns.step_length_mm.is_empty());
    }
}

#[test]
fn whatever_bit_is_flipped_both_say_the_same() {
    let mut messages = run();
    messages.insert(4, records(false, ALL, 3));
    let bytes = file(&messages);
    let mut apart = 0;
    for at in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[at / 8] ^= 1 << (at % 8);
        apart += usize::from(is_apart(&damaged));
    }
    assert!(apart * 2 > bytes.len() * 8, "{apart} of {} were taken apart", bytes.len() * 8);
}

#[test]
fn what_is_not_plain_is_left_to_the_decoder() {
    let odd = |fields: &[(u8, u8, u8)]| {
        let mut messages = run();
        messages.insert(2, records(false, fields, 3));
        file(&messages)
    };
    assert!(!is_apart(&odd(&[(253, 4, 0x86), (3, 2, 0x84)])), "a heart rate of two bytes");
    assert!(!is_apart(&odd(&[(253, 4, 0x86), (8, 3, 0x0D)])), "two quantities in three bytes");
    let whole = file(&run());
    assert!(!is_apart(&whole[..whole.len() - 3]), "cut off");
    let mut compressed = run();
    compressed.insert(3, vec![0x85]);
    assert!(!is_apart(&file(&compressed)), "a compressed time");
    let mut described = run();
    described.insert(6, message(206, &[byte(0, 0), byte(1, 0), byte(2, 2)]));
    assert!(!is_apart(&file(&described)), "a field described after the first record");
    let mut ended = run();
    ended.push(message(34, &[])[..6].to_vec());
    assert!(is_apart(&whole));
    assert!(!is_apart(&file(&ended)), "a definition at the end");
}
