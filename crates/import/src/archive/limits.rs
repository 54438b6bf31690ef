//! What an archive may come to.

/// Bounds of a walk. The defaults let the largest real exports through and keep memory small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Members of one archive.
    pub members: u32,
    /// Bytes of one member, unpacked.
    pub member_bytes: u64,
    /// Bytes of an inner archive; more is safe where the receiver spools to a disk.
    pub inner_bytes: u64,
    /// Bytes of all members together, unpacked.
    pub total_bytes: u64,
    /// Unpacked over packed bytes, once more than `ratio_from_bytes` are unpacked.
    pub ratio: u64,
    /// Below this many bytes the ratio does not matter.
    pub ratio_from_bytes: u64,
    /// Archives inside archives.
    pub depth: u32,
}

const MIB: u64 = 1 << 20;

impl Default for Limits {
    fn default() -> Self {
        Self {
            members: 200_000,
            member_bytes: 128 * MIB,
            inner_bytes: 256 * MIB,
            total_bytes: 65_536 * MIB,
            ratio: 250,
            ratio_from_bytes: 8 * MIB,
            depth: 4,
        }
    }
}
