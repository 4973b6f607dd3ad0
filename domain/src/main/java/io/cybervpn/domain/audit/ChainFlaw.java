package io.cybervpn.domain.audit;

/** How a chain of the audit trail can be broken. */
public enum ChainFlaw {
    /** A row was removed: its place in the chain is empty. */
    ROW_MISSING,
    /** The row is not what was written. */
    ROW_CHANGED,
    /** The row's hash does not follow from the one before. */
    LINK_CHANGED,
    /** A head was signed over another hash: the chain was made anew. */
    HEAD_DIFFERS,
    /** A signed head has a signature that is not ours. */
    HEAD_FORGED,
    /** A row was put in past the chain. */
    ROW_UNCHAINED
}
