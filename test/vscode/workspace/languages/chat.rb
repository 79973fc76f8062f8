ADDRESS = 'https://api.silentchat.de/v1/messages'

def handle(error)
  case error['code']
  when 'VALIDATION_ERROR'
    show(error['message'])
  when 'CONFLICT'
    show('sent twice')
  end
end
