package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.TestGateway;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Test payments: {@code gateways:write}, a reason and a fresh second factor. */
@Path("/api/v1/admin/payment-gateways/{provider}/test-payments")
@Tag(name = "admin-payments")
@Authenticated
public final class GatewayTestResource {
    private final TestGateway testGateway;
    private final StepUpRule stepUp;
    private final CurrentActor actor;
    private final Origins origins;

    @Inject
    GatewayTestResource(
            TestGateway testGateway, StepUpRule stepUp, CurrentActor actor, Origins origins) {
        this.testGateway = testGateway;
        this.stepUp = stepUp;
        this.actor = actor;
        this.origins = origins;
    }

    /** Tries with what is set now; 200 also when a step failed. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminTestGateway",
            summary = "Makes, reads and ends an invoice at a provider, to see whether that works",
            description =
                    "No payment of the shop: nothing is booked. Needs a fresh second factor and"
                            + " X-Reason. Code: gateway_not_ready.")
    public Uni<GatewayTestJson> test(
            @PathParam("provider") String provider, @NotNull GatewayTestJson.RequestJson body) {
        if (!actor.actor().may(Permission.GATEWAYS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        if (!stepUp.isMetBy(actor.actor())) {
            throw Problem.stepUpRequired().asException();
        }
        return testGateway
                .execute(
                        new TestGateway.Command(
                                actor.actor(),
                                provider,
                                body.asset(),
                                origins.current().reason().orElse("")))
                .map(GatewayTestResource::answer);
    }

    private static GatewayTestJson answer(TestGateway.Result result) {
        return switch (result) {
            case TestGateway.Result.Tried tried -> GatewayTestJson.of(tried);
            case TestGateway.Result.NotReady() ->
                    throw Problem.of(
                                    409,
                                    "gateway_not_ready",
                                    "This provider has no credentials yet.")
                            .asException();
            case TestGateway.Result.NoSuchProvider() ->
                    throw Problem.notFound("payment provider").asException();
            case TestGateway.Result.Forbidden() -> throw Problem.forbidden().asException();
            case TestGateway.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
