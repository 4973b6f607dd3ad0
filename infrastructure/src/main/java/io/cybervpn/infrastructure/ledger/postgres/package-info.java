/** The journal and its proof in PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.ledger.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
