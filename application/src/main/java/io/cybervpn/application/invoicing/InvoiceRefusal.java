package io.cybervpn.application.invoicing;

import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.WritingRefusal;

/** Why nothing became of what somebody wanted with an invoice. */
public sealed interface InvoiceRefusal {
    /** The actor may not. */
    record Forbidden() implements InvoiceRefusal {}

    /** It is not there, or not his: which of the two is not told. */
    record NoSuchInvoice() implements InvoiceRefusal {}

    /** There is nobody whom it could be for, or not any more. */
    record NoSuchCustomer() implements InvoiceRefusal {}

    /** Somebody changed it meanwhile. */
    record Stale() implements InvoiceRefusal {}

    /** It is not in a state for that. */
    record WrongState(InvoiceStatus status) implements InvoiceRefusal {}

    /** It cannot say so. */
    record CannotSay(WritingRefusal why) implements InvoiceRefusal {}
}
