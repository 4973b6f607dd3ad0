package io.cybervpn.infrastructure.provisioning.xui;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes an exception of each answer that is not a success. */
final class LinkReplies implements ResponseExceptionMapper<LinkReply> {
    @Override
    public LinkReply toThrowable(Response response) {
        return new LinkReply(response.getStatus());
    }
}
