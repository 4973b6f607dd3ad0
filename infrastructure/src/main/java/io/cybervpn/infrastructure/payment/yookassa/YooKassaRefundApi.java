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

/** Refunds at YooKassa. Answers come as they are: an outage answers with anything. */
@Path("/v3/refunds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface YooKassaRefundApi {
    /** The same key and body give the same refund, for a day. */
    @POST
    Uni<Response> create(
            @HeaderParam(YooKassaApi.AUTHORIZATION) String authorization,
            @HeaderParam("Idempotence-Key") String key,
            CreateRefundJson refund);

    @GET
    @Path("/{id}")
    Uni<Response> refund(
            @HeaderParam(YooKassaApi.AUTHORIZATION) String authorization,
            @PathParam("id") String id);

    /** Those of one payment, newest first. */
    @GET
    Uni<Response> refunds(
            @HeaderParam(YooKassaApi.AUTHORIZATION) String authorization,
            @QueryParam("payment_id") String payment,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    /** Those of all payments since then, newest first. */
    @GET
    Uni<Response> made(
            @HeaderParam(YooKassaApi.AUTHORIZATION) String authorization,
            @QueryParam("created_at.gte") String createdSince,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);
}
