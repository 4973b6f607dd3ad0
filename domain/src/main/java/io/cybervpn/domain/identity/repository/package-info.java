/** Where accounts and sessions are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.identity.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
