package io.cybervpn.presentation.fiscal.rest;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import io.cybervpn.application.fiscal.ListFiscalReceipts;
import io.cybervpn.application.fiscal.ResolveFiscalReceipt;
import io.cybervpn.application.fiscal.ResolveFiscalReceipt.Wish;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The queue of fiscal receipts, for staff. */
@Path("/api/v1/admin/fiscal-receipts")
@Tag(name = "admin-payments")
@Authenticated
public final class FiscalReceiptResource {
    private final ListFiscalReceipts listFiscalReceipts;
    private final ResolveFiscalReceipt resolveFiscalReceipt;
    private final CurrentActor actor;
    private final Origins origins;

    @Inject
    FiscalReceiptResource(
            ListFiscalReceipts listFiscalReceipts,
            ResolveFiscalReceipt resolveFiscalReceipt,
            CurrentActor actor,
            Origins origins) {
        this.listFiscalReceipts = listFiscalReceipts;
        this.resolveFiscalReceipt = resolveFiscalReceipt;
        this.actor = actor;
        this.origins = origins;
    }

    /** A page, newest first. */
    @GET
    @Operation(operationId = "adminListFiscalReceipts", summary = "Lists fiscal receipts")
    public Uni<FiscalReceiptPageJson> list(
            @QueryParam("state") @Pattern(regexp = FiscalReceiptView.STATES) @Nullable String state,
            @QueryParam("paymentId") @Nullable UUID paymentId,
            @Valid @BeanParam PageParams page) {
        return listFiscalReceipts
                .execute(
                        new ListFiscalReceipts.Query(
                                actor.actor(),
                                Optional.ofNullable(state),
                                Optional.ofNullable(paymentId).map(PaymentId::new),
                                page.toRequest()))
                .map(FiscalReceiptResource::answer);
    }

    /** Tries one that was given up again; 204. */
    @POST
    @Path("/{id}/retry")
    @ReasonRequired
    @Operation(
            operationId = "adminRetryFiscalReceipt",
            summary = "Tries a fiscal receipt again that was given up",
            description = "Needs a fresh second factor and X-Reason. Code: not_given_up.")
    @APIResponse(responseCode = "204", description = "It is due now")
    public Uni<RestResponse<Void>> retry(@PathParam("id") UUID id) {
        return resolve(id, Wish.RETRY);
    }

    /** One that was given up was made by hand, or need not be made; 204. */
    @POST
    @Path("/{id}/cancel")
    @ReasonRequired
    @Operation(
            operationId = "adminCancelFiscalReceipt",
            summary = "A fiscal receipt that was given up was made by hand",
            description =
                    "Needs a fresh second factor and X-Reason. Later receipts of the same payment are for hands too. Code:"
                            + " not_given_up.")
    @APIResponse(responseCode = "204", description = "It is not tried any more")
    public Uni<RestResponse<Void>> cancel(@PathParam("id") UUID id) {
        return resolve(id, Wish.CANCEL);
    }

    private Uni<RestResponse<Void>> resolve(UUID id, Wish wish) {
        return resolveFiscalReceipt
                .execute(
                        new ResolveFiscalReceipt.Command(
                                actor.actor(),
                                new FiscalReceiptId(id),
                                wish,
                                origins.current().reason().orElse("")))
                .map(FiscalReceiptResource::answer);
    }

    private static FiscalReceiptPageJson answer(ListFiscalReceipts.Result result) {
        return switch (result) {
            case ListFiscalReceipts.Result.Listed(var page) -> FiscalReceiptPageJson.of(page);
            case ListFiscalReceipts.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static RestResponse<Void> answer(ResolveFiscalReceipt.Result result) {
        return switch (result) {
            case ResolveFiscalReceipt.Result.Done() -> RestResponse.noContent();
            case ResolveFiscalReceipt.Result.NotGivenUp() ->
                    throw Problem.of(409, "not_given_up", "This receipt was not given up.")
                            .asException();
            case ResolveFiscalReceipt.Result.NoSuchReceipt() ->
                    throw Problem.notFound("receipt").asException();
            case ResolveFiscalReceipt.Result.Forbidden() -> throw Problem.forbidden().asException();
            case ResolveFiscalReceipt.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
