package io.cybervpn.infrastructure.payment.yookassa;

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

/** What we use of YooKassa. Answers come as they are: an outage answers with anything. */
@Path("/v3")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface YooKassaApi {
    String AUTHORIZATION = "Authorization";

    /** The same key and body give the same payment, for a day. */
    @POST
    @Path("/payments")
    Uni<Response> create(
            @HeaderParam(AUTHORIZATION) String authorization,
            @HeaderParam("Idempotence-Key") String key,
            CreatePaymentJson payment);

    @GET
    @Path("/payments/{id}")
    Uni<Response> payment(
            @HeaderParam(AUTHORIZATION) String authorization, @PathParam("id") String id);

    /** The newest come first; {@code cursor} is the answer's {@code next_cursor}. */
    @GET
    @Path("/payments")
    Uni<Response> payments(
            @HeaderParam(AUTHORIZATION) String authorization,
            @QueryParam("created_at.gte") String createdSince,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);
}
