/** Where subscriptions and their extensions are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.subscription.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
