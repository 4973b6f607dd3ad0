/** Where servers are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.server.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
