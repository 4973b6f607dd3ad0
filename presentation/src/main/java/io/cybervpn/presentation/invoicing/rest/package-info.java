/** Invoices, credit notes, and what is printed on them, over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.invoicing.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
