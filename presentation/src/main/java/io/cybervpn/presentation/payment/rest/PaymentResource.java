package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.CheckPayment;
import io.cybervpn.application.payment.ListOwnPayments;
import io.cybervpn.application.payment.ViewPayment;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own payments (R89, R91). Those of others are not found. */
@Path("/api/v1/payments")
@Tag(name = "payments")
@Authenticated
public final class PaymentResource {
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final ListOwnPayments listOwnPayments;
    private final ViewPayment viewPayment;
    private final CheckPayment checkPayment;
    private final CurrentActor actor;

    @Inject
    PaymentResource(
            ListOwnPayments listOwnPayments,
            ViewPayment viewPayment,
            CheckPayment checkPayment,
            CurrentActor actor) {
        this.listOwnPayments = listOwnPayments;
        this.viewPayment = viewPayment;
        this.checkPayment = checkPayment;
        this.actor = actor;
    }

    /** A page, newest first. */
    @GET
    @Operation(operationId = "listPayments", summary = "Lists one's own payments")
    public Uni<PaymentPageJson> list(@Valid @BeanParam PageParams page) {
        return listOwnPayments
                .execute(new ListOwnPayments.Command(actor.actor(), page.toRequest()))
                .map(PaymentResource::answer);
    }

    /** One payment as it is known here. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getPayment", summary = "Shows a payment")
    public Uni<PaymentJson> get(@PathParam("id") UUID id) {
        return viewPayment
                .execute(new ViewPayment.Command(actor.actor(), new PaymentId(id)))
                .map(PaymentResource::answer);
    }

    /** The same after the provider was asked. Repeatable. */
    @POST
    @Path("/{id}/check")
    @Operation(operationId = "checkPayment", summary = "Asks the provider whether it is paid")
    public Uni<PaymentJson> check(@PathParam("id") UUID id) {
        return checkPayment
                .execute(new CheckPayment.Command(actor.actor(), new PaymentId(id)))
                .map(PaymentResource::answer);
    }

    private static PaymentPageJson answer(ListOwnPayments.Result result) {
        return switch (result) {
            case ListOwnPayments.Result.Listed(var page) -> PaymentPageJson.of(page);
            case ListOwnPayments.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static PaymentJson answer(ViewPayment.Result result) {
        return switch (result) {
            case ViewPayment.Result.Found(var payment) -> PaymentJson.of(payment);
            case ViewPayment.Result.NoSuchPayment() ->
                    throw Problem.notFound("payment").asException();
        };
    }

    private static PaymentJson answer(CheckPayment.Result result) {
        return switch (result) {
            case CheckPayment.Result.Checked(var payment) -> PaymentJson.of(payment);
            case CheckPayment.Result.NoSuchPayment() ->
                    throw Problem.notFound("payment").asException();
            case CheckPayment.Result.ProviderUnavailable(_) ->
                    throw Problem.retryable(
                                    503,
                                    "provider_unavailable",
                                    "The payment provider does not answer. Try again.")
                            .asException()
                            .retryAfter(ASK_AGAIN_AFTER);
        };
    }
}
