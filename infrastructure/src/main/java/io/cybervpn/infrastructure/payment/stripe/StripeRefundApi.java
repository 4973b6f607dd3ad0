package io.cybervpn.infrastructure.payment.stripe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Refunds at Stripe. Answers come as they are: an outage answers with anything. */
@Path("/v1/refunds")
@Produces(MediaType.APPLICATION_JSON)
interface StripeRefundApi {
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> create(@HeaderParam("Idempotency-Key") String idempotencyKey, String form);

    /** Those of one PaymentIntent, newest first. */
    @GET
    Uni<Response> list(@QueryParam("payment_intent") String intent, @QueryParam("limit") int limit);
}
