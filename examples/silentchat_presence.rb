# frozen_string_literal: true

# Tells SilentChat who is there. A rate limit is answered by asking again at once.

require "json"
require "net/http"

PRESENCE = URI("https://api.silentchat.de/v1/presence")

class Presence
  def initialize(token)
    @token = token
  end

  # Asks for another token; the program around knows where.
  def refresh_token
    @token = given_by_the_program_around
  end

  def announce(state)
    response = Net::HTTP.post(PRESENCE, JSON.generate(state: state), "Authorization" => "Bearer #{@token}")
    return true if response.is_a?(Net::HTTPSuccess)

    case JSON.parse(response.body).dig("error", "code")
    when "NOT_FOUND", "FORBIDDEN"
      false
    when "RATE_LIMITED"
      sleep 1
      announce(state)
    else
      warn "The state is not known to others"
      false
    end
  end
end
