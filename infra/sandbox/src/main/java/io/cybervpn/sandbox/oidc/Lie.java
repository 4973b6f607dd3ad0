package io.cybervpn.sandbox.oidc;

/** What may be wrong with the next token. */
public enum Lie {
    /** Signed with {@code alg: none}, which is no signature. */
    ALG_NONE,
    /** Keyed by HS256 with the published key as if it were a secret. */
    HS256_WITH_PUBLIC_KEY,
    /** Keyed by HS256 with the client's secret. */
    HS256_WITH_CLIENT_SECRET,
    /** Signed by a key that nobody publishes, under the id of one that is published. */
    FOREIGN_KEY,
    /** Signed by a key whose id nobody publishes. */
    UNKNOWN_KEY,
    /** Signed well and changed afterwards. */
    CHANGED_AFTERWARDS,
    /** Of another journey. */
    OTHER_NONCE,
    /** Of no journey. */
    NO_NONCE,
    /** For another client. */
    OTHER_AUDIENCE,
    /** For several, and not saying whom it was given to. */
    AUDIENCES_WITHOUT_PARTY,
    /** For several, and given to another. */
    OTHER_PARTY,
    /** Of another issuer. */
    OTHER_ISSUER,
    /** Over. */
    EXPIRED,
    /** Without an end. */
    ENDLESS,
    /** Issued in an hour. */
    FROM_THE_FUTURE,
    /** Issued long ago, though it has not ended. */
    OLD,
    /** About nobody. */
    NO_SUBJECT,
    /** No token at all. */
    NO_TOKEN,
    /** Longer than anybody should read. */
    ENDLESS_ANSWER
}
