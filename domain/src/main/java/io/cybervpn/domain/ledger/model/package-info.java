/**
 * Wallets. Private to the context. Invariants: nothing in a wallet is ever negative; what was given
 * is spent before what was paid, the first to lapse first; whatever leaves one pocket is a draw
 * that says from where, so that it can be put back there.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.ledger.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
