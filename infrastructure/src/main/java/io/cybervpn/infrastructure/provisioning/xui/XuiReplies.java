package io.cybervpn.infrastructure.provisioning.xui;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes an exception of each answer that is not a success. */
final class XuiReplies implements ResponseExceptionMapper<XuiReply> {
    @Override
    public XuiReply toThrowable(Response response) {
        return new XuiReply(response.getStatus(), "");
    }
}
