/** What the ledger's use cases read in bulk. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.ledger.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
