/**
 * Invoices in PostgreSQL. Owns the tables invoice, credit_note, document_series,
 * document_series_rule, tax_rate, invoice_party and invoicing_start; reads account,
 * account_profile, sales_order and refund.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.invoicing.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
