package io.cybervpn.infrastructure.payment.yookassa;

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
import org.jspecify.annotations.Nullable;

/** Receipts at YooKassa. Answers come as they are: an outage answers with anything. */
@Path("/v3/receipts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface YooKassaReceiptApi {
    /** The same key and body give the same receipt, for a day. */
    @POST
    Uni<Response> create(
            @HeaderParam(YooKassaApi.AUTHORIZATION) String authorization,
            @HeaderParam("Idempotence-Key") String key,
            CreateReceiptJson receipt);

    /** Those of one payment or of one refund, newest first. */
    @GET
    Uni<Response> receipts(
            @HeaderParam(YooKassaApi.AUTHORIZATION) String authorization,
            @QueryParam("payment_id") @Nullable String payment,
            @QueryParam("refund_id") @Nullable String refund,
            @QueryParam("limit") int limit);
}
