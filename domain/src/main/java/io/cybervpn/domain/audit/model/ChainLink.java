package io.cybervpn.domain.audit.model;

/**
 * A row's place in the chain. The database makes it when the row's transaction commits; this is the
 * same rule, to prove it by.
 *
 * @param position 1 for the first row, without gaps
 * @param hash SHA-256 in hexadecimal over the hash before, the position and the row's content
 */
public record ChainLink(long position, String hash) {
    /** What comes before the first row. */
    public static final ChainLink START = new ChainLink(0, "0".repeat(64));

    /** The link that must follow this one for a row of this content. */
    public ChainLink next(String contentHash) {
        long following = position + 1;
        return new ChainLink(following, Sha256.hex(hash + ':' + following + ':' + contentHash));
    }
}
