/** The tables of fiscal receipts. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.fiscal.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
