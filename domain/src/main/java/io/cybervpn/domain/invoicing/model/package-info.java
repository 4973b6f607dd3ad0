/** States of invoices and credit notes, and the arithmetic of taxes. Private to the context. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.invoicing.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
