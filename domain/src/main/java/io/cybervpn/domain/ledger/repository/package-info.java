/** Where the ledger is kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.ledger.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
