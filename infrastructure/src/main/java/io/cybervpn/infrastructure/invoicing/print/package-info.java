/** Invoices and credit notes on paper: what is on a sheet, and the sheet as a file. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.invoicing.print;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
