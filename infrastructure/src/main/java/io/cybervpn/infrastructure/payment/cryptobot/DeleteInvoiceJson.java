package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Body of deleteInvoice. */
record DeleteInvoiceJson(@JsonProperty("invoice_id") long invoiceId) {}
