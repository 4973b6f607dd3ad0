/**
 * Invoices: every paid order has one, and refunds have credit notes. Owns its use cases and what
 * they show.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.invoicing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
