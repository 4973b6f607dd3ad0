/** Fiscal receipts: the tables, the tax offices, and who is called. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.fiscal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
