/** What servers need of others: panels with their nodes, and views of what is stored. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.server.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
