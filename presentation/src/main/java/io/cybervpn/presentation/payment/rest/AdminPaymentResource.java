package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ListPayments;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everybody's payments, for staff with {@code payments:read}. */
@Path("/api/v1/admin/payments")
@Tag(name = "admin-payments")
@Authenticated
public final class AdminPaymentResource {
    private final ListPayments listPayments;
    private final CurrentActor actor;

    @Inject
    AdminPaymentResource(ListPayments listPayments, CurrentActor actor) {
        this.listPayments = listPayments;
        this.actor = actor;
    }

    /** A page, newest first; {@code ?state=flagged} is what staff must look at. */
    @GET
    @Operation(operationId = "adminListPayments", summary = "Lists payments of everybody")
    public Uni<AdminPaymentPageJson> list(
            @Valid @BeanParam PaymentFilterParams filter, @Valid @BeanParam PageParams page) {
        return listPayments
                .execute(
                        new ListPayments.Command(
                                actor.actor(), filter.filter(page), page.toRequest()))
                .map(AdminPaymentResource::answer);
    }

    private static AdminPaymentPageJson answer(ListPayments.Result result) {
        return switch (result) {
            case ListPayments.Result.Listed(var page) -> AdminPaymentPageJson.of(page);
            case ListPayments.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
