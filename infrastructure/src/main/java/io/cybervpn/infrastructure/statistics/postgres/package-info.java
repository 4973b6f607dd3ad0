/** Figures by SQL: over the books, the orders with the time they gave, and payments. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.statistics.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
