//! Bare decoding with rustyfit, the measure for an import.

use rustyfit::{Decoder, DecoderEvent, StreamingIterator};

/// Decodes one file as rustyfit's documentation shows it, and throws its messages away.
pub fn decode(bytes: &[u8]) {
    decode_with(Decoder::new(), bytes);
}

/// The same without checking sums and without expanding components.
pub fn decode_plainly(bytes: &[u8]) {
    decode_with(Decoder::builder().checksum(false).expand_components(false).build(), bytes);
}

fn decode_with(mut decoder: Decoder, bytes: &[u8]) {
    let mut stream = decoder.stream(bytes);
    let mut messages = 0_u64;
    while let Some(Ok(event)) = stream.next() {
        messages += u64::from(matches!(event, DecoderEvent::Message(_)));
    }
    std::hint::black_box(messages);
}
