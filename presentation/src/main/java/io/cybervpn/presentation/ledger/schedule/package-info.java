/** The tick that proves the books. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.ledger.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
