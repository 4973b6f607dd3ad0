/**
 * Invoices: every paid order has one, staff write others, refunds have credit notes. Owns its use
 * cases and what they show.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.invoicing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
