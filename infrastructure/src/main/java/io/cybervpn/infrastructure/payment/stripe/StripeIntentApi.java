package io.cybervpn.infrastructure.payment.stripe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PaymentIntents and kept cards. Answers come as they are: an outage answers with anything. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface StripeIntentApi {
    /** What says what was kept, and when money came. */
    List<String> OF_ONE = List.of("payment_method", "latest_charge");

    /** When money came, and what Stripe kept of it. */
    List<String> OF_MANY = List.of("data.latest_charge.balance_transaction");

    @POST
    @Path("/payment_intents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> create(@HeaderParam("Idempotency-Key") String idempotencyKey, String form);

    @GET
    @Path("/payment_intents/{id}")
    Uni<Response> retrieve(@PathParam("id") String id, @QueryParam("expand[]") List<String> expand);

    /** Newest first. */
    @GET
    @Path("/payment_intents")
    Uni<Response> list(
            @QueryParam("created[gte]") long createdSince,
            @QueryParam("limit") int limit,
            @QueryParam("starting_after") @Nullable String after,
            @QueryParam("expand[]") List<String> expand);

    /** For ever: a detached method can pay no more and cannot be attached again. */
    @POST
    @Path("/payment_methods/{id}/detach")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> detach(@PathParam("id") String id, String form);

    /** What a customer keeps. */
    @GET
    @Path("/customers/{id}/payment_methods")
    Uni<Response> methods(@PathParam("id") String customer, @QueryParam("limit") int limit);

    /** For ever; what he paid stays. */
    @DELETE
    @Path("/customers/{id}")
    Uni<Response> delete(@PathParam("id") String customer);
}
