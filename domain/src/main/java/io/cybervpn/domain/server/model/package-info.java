/** States of servers and what is decided about them. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.server.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
