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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of Stripe that we use. Answers come as they are: an outage answers with anything. */
@Path("/v1/checkout/sessions")
@Produces(MediaType.APPLICATION_JSON)
interface StripeApi {
    /** The expansions that say whether money came, and when. */
    List<String> OF_ONE = List.of("payment_intent.latest_charge");

    /** The same in a list. */
    List<String> OF_MANY = List.of("data.payment_intent.latest_charge.balance_transaction");

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> create(@HeaderParam("Idempotency-Key") String idempotencyKey, String form);

    @GET
    @Path("/{id}")
    Uni<Response> retrieve(@PathParam("id") String id, @QueryParam("expand[]") List<String> expand);

    @POST
    @Path("/{id}/expire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> expire(@PathParam("id") String id);

    /** Newest first. */
    @GET
    Uni<Response> list(
            @QueryParam("created[gte]") long createdSince,
            @QueryParam("limit") int limit,
            @QueryParam("starting_after") @Nullable String after,
            @QueryParam("expand[]") List<String> expand);
}
