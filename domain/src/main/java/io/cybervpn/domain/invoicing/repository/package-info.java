/** Where invoices are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.invoicing.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
