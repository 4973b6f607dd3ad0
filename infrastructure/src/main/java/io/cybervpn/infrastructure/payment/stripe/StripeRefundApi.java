package io.cybervpn.infrastructure.payment.stripe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Refunds at Stripe. Answers come as they are: an outage answers with anything. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface StripeRefundApi {
    @POST
    @Path("/refunds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> create(@HeaderParam("Idempotency-Key") String idempotencyKey, String form);

    /** Those of one PaymentIntent, newest first. */
    @GET
    @Path("/refunds")
    Uni<Response> list(@QueryParam("payment_intent") String intent, @QueryParam("limit") int limit);

    /** Those of all payments since then, newest first. */
    @GET
    @Path("/refunds")
    Uni<Response> made(
            @QueryParam("created[gte]") long since,
            @QueryParam("limit") int limit,
            @QueryParam("starting_after") @Nullable String last);

    @GET
    @Path("/refunds/{id}")
    Uni<Response> refund(@PathParam("id") String id);

    @GET
    @Path("/disputes/{id}")
    Uni<Response> dispute(@PathParam("id") String id);

    /** The sessions that led to one PaymentIntent; at most one. */
    @GET
    @Path("/checkout/sessions")
    Uni<Response> sessions(
            @QueryParam("payment_intent") String intent, @QueryParam("limit") int limit);
}
