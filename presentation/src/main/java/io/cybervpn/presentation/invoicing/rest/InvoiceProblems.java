package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceRefusal;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.Map;

/** What clients are told when nothing became of what they wanted with an invoice. */
final class InvoiceProblems {
    private InvoiceProblems() {}

    static RuntimeException of(InvoiceRefusal why) {
        return problem(why).asException();
    }

    private static Problem problem(InvoiceRefusal why) {
        return switch (why) {
            case InvoiceRefusal.Forbidden() -> Problem.forbidden();
            case InvoiceRefusal.NoSuchInvoice() -> Problem.notFound("invoice");
            case InvoiceRefusal.NoSuchCustomer() -> Problem.notFound("customer");
            case InvoiceRefusal.Stale() ->
                    Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.");
            case InvoiceRefusal.WrongState(var status) ->
                    Problem.of(409, "invoice_state", "The invoice is not in a state for that.")
                            .withParams(Map.of("state", status.code()));
            case InvoiceRefusal.CannotSay(var flaw) ->
                    Problem.of(422, "invoice_not_possible", "An invoice cannot say so.")
                            .withParams(Map.of("why", flaw.code()));
        };
    }
}
