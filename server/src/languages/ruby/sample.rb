require "messaging"

HANDLERS = {
  "card_declined" => method(:ask_for_another_card),
  "expired_card" => method(:ask_for_another_card)
}.freeze

def on_code(error)
  case error.code
  when "card_declined", "expired_card"
    ask_for_another_card
  when "rate_limited"
    wait_and_repeat
  else
    deliver(error)
  end
end

def on_status(response)
  if response.status == 404
    create
  elsif [401, 403].include?(response.status)
    sign_in
  else
    deliver(response)
  end
end

def on_table(error)
  HANDLERS[error.code].call
end
