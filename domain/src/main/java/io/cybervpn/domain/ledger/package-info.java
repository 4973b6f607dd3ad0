/**
 * Published language of the ledger: accounts, postings, transactions. Owns every movement of money,
 * and the wallets of customers; invariants: a transaction sums to zero per asset, nothing is ever
 * changed or removed, a business event is posted once, no account of a customer is overdrawn.
 * Events out: {@code WalletChanged}; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
