package io.cybervpn.application.proof;

import java.util.HashMap;
import java.util.Map;

/** What broken rules of invoices and credit notes mean and how they are mended. */
final class InvoiceRemedies {
    private InvoiceRemedies() {}

    /** These and others. */
    static Map<String, Remedy> and(Map<String, Remedy> others) {
        Map<String, Remedy> all = new HashMap<>(others);
        all.put(
                "paid-invoice-not-settled",
                new Remedy("An invoice counts as paid and is not in the books.", Remedy.BUG));
        all.put(
                "settled-invoice-not-paid",
                new Remedy("The books have an invoice that does not count as paid.", Remedy.BUG));
        all.put(
                "paid-invoice-without-captured-payment",
                new Remedy("An invoice counts as paid by a payment that is not.", Remedy.BUG));
        putDocuments(all);
        return Map.copyOf(all);
    }

    private static void putDocuments(Map<String, Remedy> all) {
        all.put(
                "paid-order-without-invoice",
                new Remedy("An order was paid and has no invoice.", Remedy.EVENTS));
        all.put(
                "invoice-not-its-order",
                new Remedy(
                        "An invoice says another sum than its order, or the order is not paid.",
                        Remedy.BUG));
        all.put(
                "document-number-missing",
                new Remedy("A series of invoices or credit notes has a gap.", Remedy.BUG));
        all.put(
                "refund-without-credit-note",
                new Remedy(
                        "Money of an invoice went back without a credit note of the same sum,"
                                + " or the other way round.",
                        Remedy.EVENTS));
        all.put(
                "invoice-tax-not-booked",
                new Remedy("The books have another tax than an invoice says.", Remedy.BUG));
        all.put(
                "credit-note-tax-not-booked",
                new Remedy("The books have another tax than a credit note says.", Remedy.BUG));
        all.put(
                "tax-of-no-document",
                new Remedy(
                        "The books have a tax of an invoice or credit note that is not there.",
                        Remedy.BUG));
        all.put(
                "credited-beyond-invoice",
                new Remedy("Credit notes take more back than their invoice says.", Remedy.BUG));
    }
}
